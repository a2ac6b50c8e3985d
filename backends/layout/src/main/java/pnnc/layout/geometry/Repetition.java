package pnnc.layout.geometry;

import java.util.Arrays;

/** How often something lies there, and where, seen from the first. */
public sealed interface Repetition {
  Repetition ONCE = new Once();

  /** How many there are, at least 1. */
  long count();

  /**
   * Where each lies, seen from the first.
   *
   * @throws ArithmeticException if a place is beyond 32 bits
   */
  void forEach(Places places);

  /** Takes one place after the other. */
  interface Places {
    void at(int dx, int dy);
  }

  /** One. */
  record Once() implements Repetition {
    @Override
    public long count() {
      return 1;
    }

    @Override
    public void forEach(Places places) {
      places.at(0, 0);
    }
  }

  /**
   * A grid, square or skew: place (i, j) lies at {@code i·column + j·row}.
   *
   * @param columns at least 1
   * @param rows at least 1
   * @param column the step from one column to the next
   * @param row the step from one row to the next
   */
  record Regular(int columns, int rows, Point column, Point row) implements Repetition {
    public Regular {
      if (columns < 1 || rows < 1) {
        throw new IllegalArgumentException("no array: %d x %d".formatted(columns, rows));
      }
    }

    @Override
    public long count() {
      return (long) columns * rows;
    }

    @Override
    public void forEach(Places places) {
      for (int j = 0; j < rows; j++) {
        for (int i = 0; i < columns; i++) {
          places.at(
              Math.toIntExact((long) i * column.x() + (long) j * row.x()),
              Math.toIntExact((long) i * column.y() + (long) j * row.y()));
        }
      }
    }
  }

  /** Any places; the first is 0, 0. */
  final class Irregular implements Repetition {
    private final int[] dx;
    private final int[] dy;

    /**
     * The places {@code dx[i], dy[i]}, which are copied.
     *
     * @throws IllegalArgumentException unless both are equally long, at least 1, and begin with 0
     */
    public Irregular(int[] dx, int[] dy) {
      if (dx.length != dy.length || dx.length == 0 || dx[0] != 0 || dy[0] != 0) {
        throw new IllegalArgumentException(
            "no places: %d and %d, the first must be 0,0".formatted(dx.length, dy.length));
      }
      this.dx = dx.clone();
      this.dy = dy.clone();
    }

    @Override
    public long count() {
      return dx.length;
    }

    /** The x of place {@code i}, seen from the first. */
    public int dx(int i) {
      return dx[i];
    }

    /** The y of place {@code i}, seen from the first. */
    public int dy(int i) {
      return dy[i];
    }

    @Override
    public void forEach(Places places) {
      for (int i = 0; i < dx.length; i++) {
        places.at(dx[i], dy[i]);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Irregular r && Arrays.equals(dx, r.dx) && Arrays.equals(dy, r.dy);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(dx) + Arrays.hashCode(dy);
    }

    @Override
    public String toString() {
      return "Irregular[%d places]".formatted(dx.length);
    }
  }
}
