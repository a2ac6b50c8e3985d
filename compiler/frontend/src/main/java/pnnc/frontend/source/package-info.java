/** Source texts and places in them. */
package pnnc.frontend.source;
