package pnnc.layout.oasis;

import java.util.Optional;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.oasis.Modal.Variable;

/** Reads the records that name something at a place: 17 to 19. */
final class PlacementReader {
  private final OasisInput in;
  private final Modal modal;
  private final RepetitionReader repetitions;
  private final Pending pending;
  private final Lookup names;

  /** Finds names by their numbers. */
  interface Lookup {
    String cell(long number);

    String text(long number);

    /** A cell is placed. */
    void placed(String cell);
  }

  PlacementReader(
      OasisInput in, Modal modal, RepetitionReader repetitions, Pending pending, Lookup names) {
    this.in = in;
    this.modal = modal;
    this.repetitions = repetitions;
    this.pending = pending;
    this.names = names;
  }

  /** TEXT. */
  void text() {
    int info = in.octet();
    if ((info & 0x40) != 0) {
      modal.text = Optional.of((info & 0x20) != 0 ? names.text(in.unsigned()) : in.string());
    }
    if ((info & 0x01) != 0) {
      modal.set(Variable.TEXT_LAYER, in.unsigned());
    }
    if ((info & 0x02) != 0) {
      modal.set(Variable.TEXT_TYPE, in.unsigned());
    }
    Repetition often = place(info, modal.texts);
    pending.label(
        modal.textLayer(),
        modal.get(modal.text, "text"),
        (int) modal.texts.x,
        (int) modal.texts.y,
        often);
  }

  /** PLACEMENT in quarter turns. */
  void quarterTurned() {
    int info = in.octet();
    cell(info);
    Repetition often = placeCell(info);
    Orientation orientation = Orientation.of((info & 1) != 0, (info >> 1) & 3);
    pending.reference(
        placed(), orientation, (int) modal.placements.x, (int) modal.placements.y, often);
  }

  /** PLACEMENT at any angle and size. */
  void turned() {
    int info = in.octet();
    cell(info);
    double magnification = (info & 4) != 0 ? in.real() : 1;
    double degrees = (info & 2) != 0 ? in.real() : 0;
    if (!(magnification > 0 && Double.isFinite(magnification) && Double.isFinite(degrees))) {
      throw in.malformed(
          "a cell magnified by %s and turned by %s".formatted(magnification, degrees));
    }
    double wrapped = degrees - 360 * Math.floor(degrees / 360);
    Repetition often = placeCell(info);
    pending.reference(
        placed(),
        new Transform((info & 1) != 0, wrapped < 360 ? wrapped : 0, magnification, shift()),
        often);
  }

  private void cell(int info) {
    if ((info & 0x80) != 0) {
      modal.cell = Optional.of((info & 0x40) != 0 ? names.cell(in.unsigned()) : in.string());
      names.placed(modal.cell.orElseThrow());
    }
  }

  private String placed() {
    return modal.get(modal.cell, "cell");
  }

  private Point shift() {
    return new Point((int) modal.placements.x, (int) modal.placements.y);
  }

  /** As in shapes, but with the bits of x, y and the repetition one further left. */
  private Repetition placeCell(int info) {
    return place(info >> 1, modal.placements);
  }

  private Repetition place(int info, Modal.Position position) {
    Repetition often = ShapeReader.place(in, info, modal, position, repetitions);
    if (often != Repetition.ONCE) {
      repetitions.check(position.x, position.y, position.x, position.y);
    }
    return often;
  }
}
