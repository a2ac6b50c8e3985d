package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Extracts one cell after the other, children first. */
final class Extractor {
  private final Stack stack;
  private final Layout layout;
  private final boolean isFlat;
  private final List<Recogniser> recognisers;
  private final Map<String, CellWork> done = new LinkedHashMap<>();
  private final Effort effort = new Effort();
  private final Amounts amounts;

  Extractor(Stack stack, Layout layout, boolean isFlat, List<Recogniser> recognisers) {
    this.recognisers = recognisers;
    this.stack = stack;
    this.layout = layout;
    this.isFlat = isFlat;
    this.amounts = new Amounts(layout);
  }

  Map<String, CellWork> done() {
    return done;
  }

  Effort effort() {
    return effort;
  }

  void extract(Cell cell) {
    effort.begin(cell.name());
    Drawing drawing = new Drawing(stack, layout, done, isFlat, amounts, effort);
    drawing.draw(cell, Transform.IDENTITY);
    new Interplay(stack, drawing, effort).run();
    Region[] bodies = bodies(drawing);
    CellWork work = new CellWork(cell.name(), planes(drawing, bodies), drawing.placements, effort);
    Joiner.run(stack, work);
    for (int r = 0; r < bodies.length; r++) {
      devices(work, stack.recipes().get(r), bodies[r]);
    }
    DrawnCell drawn = new DrawnCell(stack, work);
    recognisers.forEach(r -> work.devices.addAll(r.find(drawn)));
    new Labels(stack, work).read(cell);
    done.put(cell.name(), work);
  }

  private Region[] bodies(Drawing drawing) {
    List<Stack.Recipe> recipes = stack.recipes();
    Region[] bodies = new Region[recipes.size()];
    for (int r = 0; r < bodies.length; r++) {
      Stack.Recipe recipe = recipes.get(r);
      Region body = drawing.region(recipe.required().get(0));
      for (int m : recipe.required()) {
        body = body.isEmpty() ? body : body.intersection(drawing.region(m));
      }
      for (int m : recipe.outside()) {
        body = body.isEmpty() ? body : body.minus(drawing.region(m));
      }
      bodies[r] = body;
    }
    return bodies;
  }

  private Plane[] planes(Drawing drawing, Region[] bodies) {
    Plane[] planes = Interplay.drawn(stack, drawing);
    for (int m = 0; m < stack.conductors(); m++) {
      Region taken = taken(m, bodies);
      boolean isWhole = taken.isEmpty() && stack.isWatched(m);
      planes[m] = isWhole ? planes[stack.drawn(m)] : new Plane(without(drawing.region(m), taken));
    }
    for (int r = 0; r < bodies.length; r++) {
      Plane body = new Plane(bodies[r]);
      for (int electrode : stack.recipes().get(r).electrodes()) {
        if (electrode >= 0) {
          planes[electrode] = body;
        }
      }
    }
    return planes;
  }

  private static Region without(Region wires, Region taken) {
    return taken.isEmpty() ? wires : wires.minus(taken);
  }

  private Region taken(int mask, Region[] bodies) {
    Region taken = Region.EMPTY;
    for (int r = 0; r < bodies.length; r++) {
      if (stack.recipes().get(r).taken().contains(mask)) {
        taken = taken.isEmpty() ? bodies[r] : taken.union(bodies[r]);
      }
    }
    return taken;
  }

  private void devices(CellWork work, Stack.Recipe recipe, Region bodies) {
    List<Polygon> pieces = bodies.polygons();
    for (int i = 0; i < pieces.size(); i++) {
      Region body =
          pieces.size() == 1 ? bodies : new RegionBuilder().polygon(pieces.get(i)).build();
      Device device =
          new Device(recipe.rule().name(), body, terminals(work, recipe, body, i), Map.of());
      work.devices.add(device);
    }
  }

  private List<Terminal> terminals(CellWork work, Stack.Recipe recipe, Region body, int piece) {
    Map<String, List<Ends.End>> ends = new LinkedHashMap<>();
    List<String> layers = recipe.rule().terminals();
    for (int m : recipe.ends()) {
      List<Ends.End> found = Ends.of(body, work.planes[m]);
      if (found.size() != Collections.frequency(layers, stack.mask(m))) {
        work.findings.add(
            new Finding(
                Finding.Kind.ENDS,
                work.name,
                List.of(recipe.rule().name()),
                body.bounds().orElseThrow()));
      }
      ends.put(stack.mask(m), new ArrayList<>(found));
    }
    List<Terminal> terminals = new ArrayList<>();
    for (int t = 0; t < layers.size(); t++) {
      String layer = layers.get(t);
      int plane = recipe.electrodes().get(t);
      terminals.add(
          plane >= 0
              ? new Terminal(layer, work.netOfPiece[plane][piece], List.of())
              : end(work, layer, ends.get(layer)));
    }
    ends.forEach(
        (layer, left) -> {
          while (!left.isEmpty()) {
            terminals.add(end(work, layer, left));
          }
        });
    return terminals;
  }

  private Terminal end(CellWork work, String layer, List<Ends.End> left) {
    if (left.isEmpty()) {
      return new Terminal(layer, Terminal.OPEN, List.of());
    }
    Ends.End end = left.remove(0);
    return new Terminal(layer, work.netOfPiece[stack.number(layer)][end.piece()], end.edges());
  }
}
