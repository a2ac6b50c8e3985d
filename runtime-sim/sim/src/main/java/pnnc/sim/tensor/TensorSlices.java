package pnnc.sim.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * Cuts a tensor along an axis and stacks equals along a new one, as Scan and Loop do with what they
 * scan. For every element type of whole bytes, and strings.
 */
public final class TensorSlices {
  private TensorSlices() {}

  /**
   * Element {@code index} of {@code tensor} along {@code axis}: that axis is gone from the shape.
   */
  public static Tensor slice(Tensor tensor, int axis, long index) {
    long[] sizes = tensor.sizes();
    Objects.checkIndex(index, sizes[axis]);
    Layout layout = Layout.of(sizes, axis);
    Elements from = Elements.of(tensor);
    Elements to = from.ofSameKind(Math.multiplyExact(layout.outer, layout.inner));
    for (int o = 0; o < layout.outer; o++) {
      to.copy(o * layout.inner, from, (o * layout.size + (int) index) * layout.inner, layout.inner);
    }
    return to.tensor(tensor.type(), without(tensor.shape(), axis));
  }

  /**
   * {@code tensors}, all of one type and shape, along a new axis at position {@code axis}.
   *
   * @param tensors at least one
   */
  public static Tensor stack(List<Tensor> tensors, int axis) {
    Tensor first = tensors.get(0);
    requireEqualTypes(tensors);
    Shape shape = with(first.shape(), axis, tensors.size());
    Layout layout = Layout.of(shape.sizes().orElseThrow(), axis);
    Elements to = Elements.of(first).ofSameKind(Math.toIntExact(shape.elements().orElseThrow()));
    for (int i = 0; i < tensors.size(); i++) {
      Elements from = Elements.of(tensors.get(i));
      for (int o = 0; o < layout.outer; o++) {
        to.copy((o * layout.size + i) * layout.inner, from, o * layout.inner, layout.inner);
      }
    }
    return to.tensor(first.type(), shape);
  }

  /** A tensor of {@code shape}, one of whose sizes is zero. */
  public static Tensor empty(ElementType type, Shape shape) {
    TensorData data =
        type == ElementType.STRING ? new TensorData.Strings(List.of()) : TensorData.of(new byte[0]);
    return new Tensor(type, shape, data);
  }

  private static void requireEqualTypes(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (!tensor.valueType().equals(tensors.get(0).valueType())) {
        throw new IllegalArgumentException(
            "cannot stack %s and %s".formatted(tensors.get(0), tensor));
      }
    }
  }

  private static Shape without(Shape shape, int axis) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.remove(axis);
    return new Shape(dims);
  }

  private static Shape with(Shape shape, int axis, long size) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.add(axis, Dim.of(size));
    return new Shape(dims);
  }

  /** Elements before, along and behind an axis. */
  private record Layout(int outer, int size, int inner) {
    static Layout of(long[] sizes, int axis) {
      long outer = 1;
      long inner = 1;
      for (int i = 0; i < sizes.length; i++) {
        outer *= i < axis ? sizes[i] : 1;
        inner *= i > axis ? sizes[i] : 1;
      }
      return new Layout(
          Math.toIntExact(outer), Math.toIntExact(sizes[axis]), Math.toIntExact(inner));
    }
  }

  /** A row of elements, whatever they are. */
  private sealed interface Elements {
    static Elements of(Tensor tensor) {
      if (tensor.data() instanceof TensorData.Strings strings) {
        return new Texts(strings.elements().toArray(Blob[]::new));
      }
      if (tensor.type().bits() < 8) {
        throw new IllegalArgumentException("cannot cut a tensor of " + tensor.type());
      }
      byte[] bytes = new byte[Math.toIntExact(tensor.bytes().size())];
      tensor.bytes().slice(0, bytes.length).get(bytes);
      return new Numbers(bytes, tensor.type().bits() / 8);
    }

    Elements ofSameKind(int count);

    void copy(int at, Elements from, int fromAt, int count);

    Tensor tensor(ElementType type, Shape shape);
  }

  @SuppressWarnings("ArrayRecordComponent") // private and short-lived
  private record Numbers(byte[] bytes, int width) implements Elements {
    @Override
    public Elements ofSameKind(int count) {
      return new Numbers(new byte[Math.multiplyExact(count, width)], width);
    }

    @Override
    public void copy(int at, Elements from, int fromAt, int count) {
      byte[] source = ((Numbers) from).bytes;
      System.arraycopy(source, fromAt * width, bytes, at * width, count * width);
    }

    @Override
    public Tensor tensor(ElementType type, Shape shape) {
      return new Tensor(type, shape, TensorData.of(bytes));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and short-lived
  private record Texts(Blob[] texts) implements Elements {
    @Override
    public Elements ofSameKind(int count) {
      return new Texts(new Blob[count]);
    }

    @Override
    public void copy(int at, Elements from, int fromAt, int count) {
      System.arraycopy(((Texts) from).texts, fromAt, texts, at, count);
    }

    @Override
    public Tensor tensor(ElementType type, Shape shape) {
      return new Tensor(type, shape, new TensorData.Strings(List.of(texts)));
    }
  }
}
