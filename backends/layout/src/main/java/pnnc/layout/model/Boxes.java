package pnnc.layout.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pnnc.layout.geometry.Repetition;

/** Rectangles of one layer without repetition or properties: what most layouts are made of. */
public final class Boxes {
  private final Layer layer;
  private final int[] corners;

  private Boxes(Layer layer, int[] corners) {
    this.layer = layer;
    this.corners = corners;
  }

  public Layer layer() {
    return layer;
  }

  /** How many. */
  public int size() {
    return corners.length / 4;
  }

  public int left(int i) {
    return corners[4 * i];
  }

  public int bottom(int i) {
    return corners[4 * i + 1];
  }

  public int right(int i) {
    return corners[4 * i + 2];
  }

  public int top(int i) {
    return corners[4 * i + 3];
  }

  /** Gives all to {@code sink}. */
  public void replay(LayoutSink sink) {
    for (int i = 0; i < corners.length; i += 4) {
      sink.box(layer, corners[i], corners[i + 1], corners[i + 2], corners[i + 3], Repetition.ONCE);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Boxes b && layer.equals(b.layer) && Arrays.equals(corners, b.corners);
  }

  @Override
  public int hashCode() {
    return 31 * layer.hashCode() + Arrays.hashCode(corners);
  }

  @Override
  public String toString() {
    return "%d boxes on %s".formatted(size(), layer);
  }

  /** Grows. */
  static final class Builder {
    private final Layer layer;
    private int[] corners = new int[16];
    private int used;

    Builder(Layer layer) {
      this.layer = layer;
    }

    void add(int left, int bottom, int right, int top) {
      if (used == corners.length) {
        corners = Arrays.copyOf(corners, Math.multiplyExact(2, used));
      }
      corners[used++] = left;
      corners[used++] = bottom;
      corners[used++] = right;
      corners[used++] = top;
    }

    /** Them all; the builder is empty then, so that the next one has its room. */
    Boxes build() {
      Boxes boxes = new Boxes(layer, Arrays.copyOf(corners, used));
      corners = new int[16];
      used = 0;
      return boxes;
    }

    static List<Boxes> build(Iterable<Builder> builders) {
      List<Boxes> all = new ArrayList<>();
      builders.forEach(b -> all.add(b.build()));
      return all;
    }
  }
}
