package pnnc.layout.gds;

import pnnc.layout.model.Layer;
import pnnc.layout.model.PathStyle;

/** Writes shapes and texts, each at one place; {@code tail} is the records of their properties. */
final class GdsShapes {
  private final GdsOutput out;

  GdsShapes(GdsOutput out) {
    this.out = out;
  }

  void boundary(Layer layer, int[] xy, int points, byte[] tail) {
    out.mark(GdsRecord.BOUNDARY);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.DATATYPE, layer.datatype());
    out.points(xy, points, true);
    out.end(tail);
  }

  void wire(Layer layer, PathStyle style, int[] xy, int points, byte[] tail) {
    out.mark(GdsRecord.PATH);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.DATATYPE, layer.datatype());
    int type = GdsPathType.of(style);
    out.number(GdsRecord.PATHTYPE, type);
    out.length(GdsRecord.WIDTH, style.width());
    if (type == GdsPathType.EXTENDED) {
      out.length(GdsRecord.BGNEXTN, style.begin());
      out.length(GdsRecord.ENDEXTN, style.end());
    }
    out.points(xy, points, false);
    out.end(tail);
  }

  void note(Layer layer, byte[] text, int[] at, byte[] tail) {
    out.mark(GdsRecord.TEXT);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.TEXTTYPE, layer.datatype());
    out.points(at, 1, false);
    out.text(GdsRecord.STRING, text);
    out.end(tail);
  }
}
