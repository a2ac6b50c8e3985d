/**
 * A digit classifier that trains itself in a few seconds on pictures it draws, so that the example
 * works on any machine. {@code digits.onnx} and {@code digits.npz} in the folder {@code digits}
 * were written by {@link pnnc.examples.digits.MakeDigits}; a test makes them again and compares.
 */
package pnnc.examples.digits;
