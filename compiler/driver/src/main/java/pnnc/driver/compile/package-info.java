/**
 * The road of a model: normalised, cut up, drawn by a backend, written as a bundle, read back from
 * the bundle's files and compared with the original. The target {@code host} draws nothing.
 */
package pnnc.driver.compile;
