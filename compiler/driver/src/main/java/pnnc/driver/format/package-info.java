/** The action {@code fmt}: programs laid out in the one canonical way. */
package pnnc.driver.format;
