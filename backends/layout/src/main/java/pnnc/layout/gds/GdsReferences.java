package pnnc.layout.gds;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/** Writes references to cells, with the records of their properties behind. */
final class GdsReferences {
  private final GdsOutput out;
  private final GdsNames names;

  /** The record of each name, made once. */
  private final Map<String, byte[]> records = new HashMap<>();

  private String lastCell = "";
  private byte[] lastReference = new byte[0];

  GdsReferences(GdsOutput out, GdsNames names) {
    this.out = out;
    this.names = names;
  }

  /** References are to {@code cell} from now on. */
  void to(String cell) {
    if (!cell.equals(lastCell)) {
      lastReference = records.computeIfAbsent(cell, this::sname);
      lastCell = cell;
    }
  }

  private byte[] sname(String cell) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GdsOutput record = new GdsOutput(bytes);
    record.text(GdsRecord.SNAME, names.name(cell));
    record.flush();
    return bytes.toByteArray();
  }

  /** Without magnification, by quarter turns. */
  void plain(Orientation orientation, int x, int y, byte[] tail) {
    out.mark(GdsRecord.SREF);
    out.bytes(lastReference);
    turn(orientation.isMirrored(), 90.0 * orientation.quarterTurns(), 1);
    out.point(x, y, tail);
  }

  void single(Transform transform, int x, int y, byte[] tail) {
    out.mark(GdsRecord.SREF);
    out.bytes(lastReference);
    turn(transform);
    out.point(x, y, tail);
  }

  /** {@code piece} must fit, see {@link GdsArrays#split}. */
  void array(Transform transform, int x, int y, Repetition.Regular piece, byte[] tail) {
    if (piece.count() == 1) {
      single(transform, x, y, tail);
      return;
    }
    out.mark(GdsRecord.AREF);
    out.bytes(lastReference);
    turn(transform);
    out.numbers(GdsRecord.COLROW, piece.columns(), piece.rows());
    out.points(GdsArrays.corners(x, y, piece), 3, false);
    out.end(tail);
  }

  private void turn(Transform transform) {
    turn(transform.isMirrored(), transform.degrees(), transform.magnification());
  }

  private void turn(boolean isMirrored, double degrees, double magnification) {
    if (!isMirrored && degrees == 0 && magnification == 1) {
      return;
    }
    out.number(GdsRecord.STRANS, isMirrored ? 0x8000 : 0);
    if (magnification != 1) {
      out.reals(GdsRecord.MAG, magnification);
    }
    if (degrees != 0) {
      out.reals(GdsRecord.ANGLE, degrees);
    }
  }
}
