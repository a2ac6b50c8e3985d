/** What is in a file, for people and for programs. */
package pnnc.driver.inspect;
