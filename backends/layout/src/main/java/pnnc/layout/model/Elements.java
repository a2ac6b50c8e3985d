package pnnc.layout.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/**
 * The elements of a cell in order. Plain references (once, in quarter turns, without properties)
 * take three numbers each and become records when they are asked for. Immutable.
 */
final class Elements extends AbstractList<Element> implements RandomAccess {
  private static final int OTHER = -1;

  private static final Elements NONE = new Elements(new int[0], List.of(), List.of());

  /**
   * Three numbers an element. A plain reference: eight times the number of the cell and the
   * orientation's code, x, y. Anything else: {@link #OTHER}, where it is among the others, 0.
   */
  private final int[] words;

  private final List<String> cells;
  private final List<Element> others;

  private Elements(int[] words, List<String> cells, List<Element> others) {
    this.words = words;
    this.cells = cells;
    this.others = others;
  }

  /** The same elements in the same order. */
  static Elements copyOf(Collection<Element> elements) {
    if (elements instanceof Elements packed) {
      return packed;
    }
    Builder builder = new Builder();
    elements.forEach(builder::add);
    return builder.build();
  }

  @Override
  public int size() {
    return words.length / 3;
  }

  @Override
  public Element get(int index) {
    int at = 3 * index;
    int head = words[at];
    return head == OTHER
        ? others.get(words[at + 1])
        : new Element.Reference(
            cells.get(head >> 3),
            Transform.of(Orientation.ofCode(head & 7), new Point(words[at + 1], words[at + 2])),
            Repetition.ONCE,
            List.of());
  }

  /** Gives all to {@code sink}, without a record for each. */
  void replay(LayoutSink sink) {
    for (int at = 0; at < words.length; at += 3) {
      int head = words[at];
      if (head == OTHER) {
        others.get(words[at + 1]).replay(sink);
      } else {
        sink.reference(
            cells.get(head >> 3), Orientation.ofCode(head & 7), words[at + 1], words[at + 2]);
      }
    }
  }

  /** The references among them, in order. */
  List<Element.Reference> references() {
    int count = 0;
    int[] found = new int[size()];
    for (int i = 0; i < found.length; i++) {
      boolean isReference =
          words[3 * i] != OTHER || others.get(words[3 * i + 1]) instanceof Element.Reference;
      found[count] = i;
      count += isReference ? 1 : 0;
    }
    return new References(Arrays.copyOf(found, count));
  }

  /** The names of the cells that are referred to, in no order that means anything. */
  Set<String> cellsInside() {
    Set<String> inside = new LinkedHashSet<>(cells);
    for (Element e : others) {
      if (e instanceof Element.Reference r) {
        inside.add(r.cell());
      }
    }
    return inside;
  }

  /** What is packed is always packed the same way, so that equal lists have equal parts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Elements e
        ? Arrays.equals(words, e.words) && cells.equals(e.cells) && others.equals(e.others)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** Some of the elements. */
  private final class References extends AbstractList<Element.Reference> implements RandomAccess {
    private final int[] places;

    References(int[] places) {
      this.places = places;
    }

    @Override
    public int size() {
      return places.length;
    }

    @Override
    public Element.Reference get(int index) {
      return (Element.Reference) Elements.this.get(places[index]);
    }
  }

  /** Grows, and can begin anew. */
  static final class Builder {
    private int[] words = new int[12];
    private int used;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> cells = new ArrayList<>();
    private final List<Element> others = new ArrayList<>();
    private String lastCell = "";
    private int lastNumber = -1;

    void add(Element element) {
      if (element instanceof Element.Reference r
          && r.repetition().equals(Repetition.ONCE)
          && r.properties().isEmpty()
          && r.transform().isOrthogonal()) {
        Point shift = r.transform().shift();
        add(r.cell(), r.transform().orientation(), shift.x(), shift.y());
      } else {
        word(OTHER, others.size(), 0);
        others.add(element);
      }
    }

    void add(String cell, Orientation orientation, int x, int y) {
      if (lastNumber < 0 || !cell.equals(lastCell)) {
        lastNumber = numbers.computeIfAbsent(cell, this::number);
        lastCell = cell;
      }
      word(lastNumber << 3 | orientation.code(), x, y);
    }

    private int number(String cell) {
      cells.add(cell);
      return cells.size() - 1;
    }

    private void word(int head, int a, int b) {
      if (used == words.length) {
        words = Arrays.copyOf(words, Math.multiplyExact(2, used));
      }
      words[used] = head;
      words[used + 1] = a;
      words[used + 2] = b;
      used += 3;
    }

    /** What was added since the last time. */
    Elements build() {
      if (used == 0) {
        return NONE;
      }
      Elements built =
          new Elements(Arrays.copyOf(words, used), List.copyOf(cells), List.copyOf(others));
      words = new int[12];
      used = 0;
      numbers.clear();
      cells.clear();
      others.clear();
      lastNumber = -1;
      return built;
    }
  }
}
