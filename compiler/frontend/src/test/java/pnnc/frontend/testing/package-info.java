/** What tests of the language share: programs, random programs, golden files. */
package pnnc.frontend.testing;
