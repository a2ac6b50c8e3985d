/** The grammar that editors colour programs with, made from the lexer's. */
package pnnc.frontend.textmate;
