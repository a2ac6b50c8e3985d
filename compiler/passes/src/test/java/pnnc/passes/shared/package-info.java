/** Passes on the models of {@code ../shared}, which need not be there. */
package pnnc.passes.shared;
