package pnnc.layout.model;

/**
 * A drawing layer.
 *
 * @param number 0 to 65,535 (GDSII files hold up to 32,767 in strict tools)
 * @param datatype likewise; the text type of labels
 */
public record Layer(int number, int datatype) implements Comparable<Layer> {
  public Layer {
    if (number < 0 || datatype < 0) {
      throw new IllegalArgumentException("no layer: %d/%d".formatted(number, datatype));
    }
  }

  @Override
  public int compareTo(Layer other) {
    return number != other.number
        ? Integer.compare(number, other.number)
        : Integer.compare(datatype, other.datatype);
  }

  /** {@code 68/20}. */
  @Override
  public String toString() {
    return number + "/" + datatype;
  }
}
