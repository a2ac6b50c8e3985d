/**
 * Layouts on disk: {@link pnnc.driver.layout.LayoutFile} reads one, the actions {@code render} and
 * {@code inspect} show it.
 */
package pnnc.driver.layout;
