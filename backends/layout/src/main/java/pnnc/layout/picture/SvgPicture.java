package pnnc.layout.picture;

import java.util.List;
import java.util.Locale;
import pnnc.layout.model.Layer;

/** Draws scenes as SVG text. */
final class SvgPicture {
  private final Scene scene;
  private final Surround around;
  private final StringBuilder out = new StringBuilder();

  private SvgPicture(Scene scene, double dbuPerMicron) {
    this.scene = scene;
    this.around = Surround.of(scene, List.copyOf(scene.layers()), dbuPerMicron);
  }

  static String of(Scene scene, double dbuPerMicron) {
    SvgLimit.check(scene);
    SvgPicture picture = new SvgPicture(scene, dbuPerMicron);
    picture.head();
    picture.drawing();
    picture.marks();
    picture.legend();
    picture.scale();
    return picture.out.append("</svg>\n").toString();
  }

  private void head() {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
            + " viewBox=\"0 0 %s %s\">",
        around.width(), around.height(), around.width(), around.height());
    line("<title>%s</title>", escaped(around.title()));
    line("<style>");
    line("text{font:10px monospace}");
    line(".cell{fill:none;stroke:#707070}");
    Palette palette = scene.palette();
    for (Layer layer : scene.layers()) {
      line(
          ".%s{fill:%s;fill-opacity:%s;stroke:%s;vector-effect:non-scaling-stroke}",
          SvgCells.name(layer), palette.css(layer), Palette.OPACITY, palette.css(layer));
    }
    line("</style>");
    line("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", around.width(), around.height());
  }

  private void drawing() {
    SvgCells cells = new SvgCells(scene);
    StringBuilder tops = new StringBuilder();
    scene.tops().forEach(top -> tops.append(cells.top(top)));
    line("<defs>");
    line(
        "<clipPath id=\"part\"><rect width=\"%s\" height=\"%s\"/></clipPath>",
        scene.width(), scene.height());
    out.append(cells.symbols());
    line("</defs>");
    Affine v = scene.view();
    line("<g clip-path=\"url(#part)\">");
    line(
        "<g transform=\"matrix(%s 0 0 %s %s %s)\">",
        SvgCells.number(v.xx()),
        SvgCells.number(v.yy()),
        SvgCells.number(v.dx()),
        SvgCells.number(v.dy()));
    out.append(tops);
    line("</g>");
  }

  private void marks() {
    Marks marks = Marks.of(scene);
    for (Marks.Frame frame : marks.frames()) {
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < 8; i += 2) {
        points.append(i == 0 ? "" : " ");
        points.append(pixel(frame.corners()[i])).append(',').append(pixel(frame.corners()[i + 1]));
      }
      line("<polygon class=\"cell\" points=\"%s\"/>", points);
    }
    for (Marks.Text t : marks.texts()) {
      if (t.isLabel()) {
        line("<circle cx=\"%s\" cy=\"%s\" r=\"1.5\"/>", t.x() - 4, t.y() + 3);
      }
      text(t.x(), t.y() + Font.HEIGHT, t.text());
    }
    line("</g>");
  }

  private void legend() {
    for (int i = 0; i < around.shown().size(); i++) {
      Layer layer = around.shown().get(i);
      int y = around.legendY(i);
      line(
          "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
          SvgCells.name(layer), around.legendX(), y, Surround.SWATCH, Surround.SWATCH);
      text(around.legendX() + Surround.LINE, y + 9, scene.title(layer));
    }
    if (around.more() > 0) {
      int y = around.legendY(around.shown().size());
      text(around.legendX(), y + 9, "and %s more".formatted(around.more()));
    }
  }

  private void scale() {
    int y = scene.height() + Surround.MARGIN;
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"3\"/>",
        Surround.MARGIN, y, pixel(around.bar().pixels()));
    text(Surround.MARGIN, y + 14, around.bar().text());
    int used = (int) Math.max(around.bar().pixels(), Font.width(around.bar().text()));
    text(Surround.MARGIN + used + Surround.LINE, y + 14, around.title());
  }

  private void text(int x, int y, String text) {
    line("<text x=\"%s\" y=\"%s\">%s</text>", x, y, escaped(text));
  }

  /** To a hundredth. */
  private static String pixel(double value) {
    return SvgCells.number(Math.rint(value * 100) / 100);
  }

  /** What XML has no form for becomes a question mark. */
  static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x1F\\x7F-\\x9F]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
