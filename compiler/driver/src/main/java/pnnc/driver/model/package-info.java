/** Models on disk: what kind of file it is, what is wrong with it, and the network in it. */
package pnnc.driver.model;
