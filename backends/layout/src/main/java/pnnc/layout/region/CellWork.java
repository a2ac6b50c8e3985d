package pnnc.layout.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Transform;

/**
 * One cell of a {@link HierarchicalBoolean}: what is in it is a set of its own shapes and cells
 * that lie in it. Cells that are met are taken apart, one level at a time, until none is.
 */
final class CellWork {
  private final SetOperation operation;
  private final LayerSide first;
  private final LayerSide second;
  private final RegionBuilder firstShapes = new RegionBuilder();
  private final RegionBuilder secondShapes = new RegionBuilder();
  private final Set<CellPlace> firstPlaces = new LinkedHashSet<>();
  private final Set<CellPlace> secondPlaces = new LinkedHashSet<>();

  CellWork(SetOperation operation, LayerSide first, LayerSide second) {
    this.operation = operation;
    this.first = first;
    this.second = second;
  }

  /** A cell, of one layout or of both, where it lies. */
  private record Item(CellPlace place, Optional<Box> inFirst, Optional<Box> inSecond) {
    CellPair pair() {
      return new CellPair(inFirst.map(b -> place.cell()), inSecond.map(b -> place.cell()));
    }
  }

  /** What becomes of {@code pair}. */
  CellRegions.Content run(CellPair pair) {
    pair.first().ifPresent(c -> open(first, c, Transform.IDENTITY, firstShapes, firstPlaces));
    pair.second().ifPresent(c -> open(second, c, Transform.IDENTITY, secondShapes, secondPlaces));
    while (true) {
      Region ofFirst = firstShapes.build();
      Region ofSecond = secondShapes.build();
      List<Item> items = items();
      List<Item> met = met(items, ofFirst, ofSecond);
      if (met.isEmpty()) {
        return content(items, operation.of(ofFirst, ofSecond));
      }
      met.forEach(this::open);
    }
  }

  private CellRegions.Content content(List<Item> items, Region own) {
    List<CellRegions.Placement> placements = new ArrayList<>();
    for (Item i : items) {
      boolean isBoth = i.inFirst.isPresent() && i.inSecond.isPresent();
      if (isBoth || operation.keeps(i.inFirst.isPresent())) {
        placements.add(
            new CellRegions.Placement(i.pair(), i.place.transform(), i.place.repetition()));
      }
    }
    return new CellRegions.Content(own, placements);
  }

  private static void open(
      LayerSide side, String cell, Transform at, RegionBuilder shapes, Set<CellPlace> places) {
    side.draw(cell, at, shapes);
    side.places(cell, at, places::add);
  }

  /** Takes an array apart into its places, a place into what is in its cell. */
  private void open(Item item) {
    if (item.inFirst.isPresent()) {
      open(first, item.place, firstShapes, firstPlaces);
    }
    if (item.inSecond.isPresent()) {
      open(second, item.place, secondShapes, secondPlaces);
    }
  }

  private static void open(
      LayerSide side, CellPlace place, RegionBuilder shapes, Set<CellPlace> places) {
    places.remove(place);
    if (place.isArray()) {
      place.forEach(places::add);
    } else {
      open(side, place.cell(), place.transform(), shapes, places);
    }
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (CellPlace p : firstPlaces) {
      Optional<Box> other = secondPlaces.contains(p) ? second.bounds(p) : Optional.empty();
      items.add(new Item(p, first.bounds(p), other));
    }
    for (CellPlace p : secondPlaces) {
      if (!firstPlaces.contains(p)) {
        items.add(new Item(p, Optional.empty(), second.bounds(p)));
      }
    }
    return items;
  }

  /** Those that something of the other set lies in, so that it changes what becomes of them. */
  private List<Item> met(List<Item> items, Region ofFirst, Region ofSecond) {
    Foreign ofFirsts = new Foreign(ofFirst);
    Foreign ofSeconds = new Foreign(ofSecond);
    for (int i = 0; i < items.size(); i++) {
      ofFirsts.add(items.get(i).inFirst, i);
      ofSeconds.add(items.get(i).inSecond, i);
    }
    List<Item> met = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (isOblique(item)
          || (operation != SetOperation.OR
              && (meetsItself(item)
                  || ofSeconds.meets(item.inFirst, i)
                  || ofFirsts.meets(item.inSecond, i)))) {
        met.add(item);
      }
    }
    return met;
  }

  private boolean isOblique(Item item) {
    return (item.inFirst.isPresent() && first.isOblique(item.place))
        || (item.inSecond.isPresent() && second.isOblique(item.place));
  }

  private boolean meetsItself(Item item) {
    if (item.inFirst.isEmpty() || item.inSecond.isEmpty()) {
      return false;
    }
    Box ofFirst = first.bounds(item.place.cell()).orElseThrow();
    Box ofSecond = second.bounds(item.place.cell()).orElseThrow();
    return !item.place.isApart(ofFirst.union(ofSecond));
  }
}
