/** A backend in little, for tests of the road that every backend goes. */
package pnnc.driver.toy;
