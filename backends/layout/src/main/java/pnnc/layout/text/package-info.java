/**
 * What the readers and writers of text files share: {@link pnnc.layout.text.ByteCursor} walks
 * through a source of any length, {@link pnnc.layout.text.Decimal} makes text of numbers and
 * numbers of text.
 *
 * <p>{@code Decimal.text(0.1 + 0.2)} is {@code 0.30000000000000004}, on any machine.
 */
package pnnc.layout.text;
