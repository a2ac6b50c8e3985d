/** Programs of several files: how one file finds another. */
package pnnc.frontend.program;
