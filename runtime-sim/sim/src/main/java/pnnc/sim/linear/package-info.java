/**
 * Linear blocks computed exactly: in double precision, in a fixed order, rounded once. This is what
 * an ideal physical block computes and what real ones are compared with.
 */
package pnnc.sim.linear;
