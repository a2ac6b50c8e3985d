package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.ValueType;

/**
 * What is known of a dense tensor, or of a value of which nothing is known.
 *
 * @param element empty if unknown
 * @param dims empty if not even the rank is known
 * @param elements the tensor's contents, row-major, if it is small and whole numbers are known of
 *     it; each may still be {@link Extent#UNKNOWN}
 */
public record TensorFact(
    Optional<ElementType> element, Optional<Dims> dims, Optional<List<Extent>> elements)
    implements Fact {
  /** Nothing is known. */
  public static final TensorFact UNKNOWN = of(Optional.empty(), Optional.empty());

  public static TensorFact of(Optional<ElementType> element, Optional<Dims> dims) {
    return new TensorFact(element, dims, Optional.empty());
  }

  public static TensorFact of(ElementType element, Dims dims) {
    return of(Optional.of(element), Optional.of(dims));
  }

  /** This fact and, besides, what the elements are. */
  public TensorFact withElements(List<Extent> known) {
    return new TensorFact(element, dims, Optional.of(known));
  }

  /** This fact without the elements. */
  public TensorFact withoutElements() {
    return of(element, dims);
  }

  /** This fact with {@code size} in the place of the dimension called {@code name}. */
  TensorFact replace(String name, Extent size) {
    return new TensorFact(
        element,
        dims.map(d -> new Dims(d.sizes().stream().map(e -> e.replace(name, size)).toList())),
        elements.map(all -> all.stream().map(e -> e.replace(name, size)).toList()));
  }

  @Override
  public ValueType type() {
    return element
        .<ValueType>map(e -> new ValueType.TensorType(e, dims.map(Dims::toShape)))
        .orElse(ValueType.unknown());
  }

  @Override
  public Fact refinedBy(Fact other) {
    if (!(other instanceof TensorFact t)) {
      return equals(UNKNOWN) ? other : this;
    }
    Optional<Dims> merged =
        dims.isPresent() && t.dims.isPresent()
            ? Optional.of(merge(dims.get(), t.dims.get()))
            : dims.or(t::dims);
    return new TensorFact(element.or(t::element), merged, elements);
  }

  /** Ours where they say something that the IR can hold, else theirs. */
  private static Dims merge(Dims ours, Dims theirs) {
    if (ours.rank() != theirs.rank()) {
      return ours;
    }
    List<Extent> merged = new ArrayList<>();
    for (int i = 0; i < ours.rank(); i++) {
      boolean theirsSaysMore = ours.at(i).toDim() instanceof Dim.Unknown && theirs.at(i).isKnown();
      merged.add(theirsSaysMore ? theirs.at(i) : ours.at(i));
    }
    return new Dims(merged);
  }

  @Override
  public Fact common(Fact other) {
    return other instanceof TensorFact t ? common(t) : UNKNOWN;
  }

  private TensorFact common(TensorFact other) {
    Optional<Dims> shared =
        dims.filter(d -> other.dims.map(o -> o.rank() == d.rank()).orElse(false))
            .map(d -> d.common(other.dims.orElseThrow()));
    return of(element.filter(e -> other.element.equals(Optional.of(e))), shared);
  }
}
