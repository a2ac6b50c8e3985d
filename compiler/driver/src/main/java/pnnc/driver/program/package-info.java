/** Programs on disk: the standard library, the files a program uses, and those with its weights. */
package pnnc.driver.program;
