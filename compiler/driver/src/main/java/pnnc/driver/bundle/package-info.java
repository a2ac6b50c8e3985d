/**
 * The design bundle: the folder that a compilation leaves. It is written beside its place and moved
 * there whole; every file's digest stands in {@code design.json}.
 */
package pnnc.driver.bundle;
