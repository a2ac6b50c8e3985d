/** Descriptions of hardware on the command line: list, show, begin, check. */
package pnnc.driver.hardware;
