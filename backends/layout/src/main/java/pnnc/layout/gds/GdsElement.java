package pnnc.layout.gds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.Property;

/** Collects the records of one element and gives it to the sink. */
final class GdsElement {
  private static final int MAX_POINTS = 1 << 28;
  private static final Map<GdsRecord, Form> FORMS = forms();

  private final GdsInput input;
  private final GdsStrict strict;
  private final GdsNotes notes;
  private final LayoutSink sink;
  private final GdsPlacement placement;
  private final List<Property> properties = new ArrayList<>();
  private long seen;
  private int layer;
  private int datatype;
  private Layer lastLayer = new Layer(0, 0);
  private int pathType;
  private int width;
  private int begin;
  private int end;
  private int attribute;
  private String text = "";
  private int[] xy = new int[16];
  private int points;

  GdsElement(GdsInput input, GdsStrict strict, GdsNotes notes, LayoutSink sink) {
    this.input = input;
    this.strict = strict;
    this.notes = notes;
    this.sink = sink;
    this.placement = new GdsPlacement(input, strict, sink);
  }

  /** Records that an element must and may have, one bit for each kind. */
  private record Form(long required, long allowed) {}

  private static Map<GdsRecord, Form> forms() {
    long common = bits(GdsRecord.ELFLAGS, GdsRecord.PLEX, GdsRecord.PROPATTR, GdsRecord.PROPVALUE);
    long turn = bits(GdsRecord.STRANS, GdsRecord.MAG, GdsRecord.ANGLE);
    long line = bits(GdsRecord.PATHTYPE, GdsRecord.WIDTH);
    long ends = bits(GdsRecord.BGNEXTN, GdsRecord.ENDEXTN);
    long shape = bits(GdsRecord.LAYER, GdsRecord.XY);
    long drawn = shape | bits(GdsRecord.DATATYPE);
    long note = shape | bits(GdsRecord.TEXTTYPE, GdsRecord.STRING);
    long place = bits(GdsRecord.SNAME, GdsRecord.XY);
    Map<GdsRecord, Form> forms = new EnumMap<>(GdsRecord.class);
    forms.put(GdsRecord.BOUNDARY, form(drawn, common));
    forms.put(GdsRecord.PATH, form(drawn, common | line | ends));
    forms.put(GdsRecord.BOX, form(shape | bits(GdsRecord.BOXTYPE), common));
    forms.put(GdsRecord.NODE, form(shape | bits(GdsRecord.NODETYPE), common));
    forms.put(GdsRecord.TEXT, form(note, common | line | turn | bits(GdsRecord.PRESENTATION)));
    forms.put(GdsRecord.SREF, form(place, common | turn));
    forms.put(GdsRecord.AREF, form(place | bits(GdsRecord.COLROW), common | turn));
    return forms;
  }

  private static Form form(long required, long more) {
    return new Form(required, required | more);
  }

  private static long bits(GdsRecord... kinds) {
    return Arrays.stream(kinds).mapToLong(k -> 1L << k.number()).reduce(0, (a, b) -> a | b);
  }

  /** Reads plain references to the last cell as long as they follow. */
  void readReferences() {
    placement.run();
  }

  /** Where each cell is referred to first. */
  Map<String, Long> used() {
    return placement.used();
  }

  /** Reads the element that begins with the current record, if one does. */
  boolean read(GdsRecord kind) {
    Form form = FORMS.get(kind);
    if (form == null) {
      return false;
    }
    reset();
    GdsRecord last = kind;
    for (GdsRecord r = input.next(); r != GdsRecord.ENDEL; r = input.next()) {
      check(kind, form, r);
      strict.element(last, r);
      last = r;
      take(r);
    }
    if ((seen & form.required) != form.required) {
      throw input.fault(DiagnosticCode.GDS_ORDER, "ENDEL", missing(form) + " of " + kind);
    }
    draw(kind);
    return true;
  }

  private GdsRecord missing(Form form) {
    return GdsRecord.of(Long.numberOfTrailingZeros(form.required & ~seen));
  }

  private void reset() {
    seen = 0;
    points = 0;
    pathType = 0;
    width = 0;
    begin = 0;
    end = 0;
    if (!properties.isEmpty()) {
      properties.clear();
    }
    placement.reset();
  }

  private void check(GdsRecord kind, Form form, GdsRecord record) {
    long bit = 1L << record.number();
    boolean mayRepeat =
        record == GdsRecord.PROPATTR
            || record == GdsRecord.PROPVALUE
            || (record == GdsRecord.XY && kind == GdsRecord.BOUNDARY);
    if ((form.allowed & bit) == 0 || ((seen & bit) != 0 && !mayRepeat)) {
      throw input.fault(DiagnosticCode.GDS_ORDER, record, "the rest of " + kind);
    }
    seen |= bit;
  }

  private void take(GdsRecord record) {
    switch (record) {
      case LAYER -> layer = layer(input.number(0));
      case DATATYPE, TEXTTYPE, BOXTYPE, NODETYPE -> datatype = layer(input.number(0));
      case XY -> points();
      case PATHTYPE -> pathType = input.number(0);
      case WIDTH -> width = input.integer(0);
      case BGNEXTN -> begin = input.integer(0);
      case ENDEXTN -> end = input.integer(0);
      case STRING -> text = input.text();
      case PROPATTR -> attribute = input.number(0);
      case PROPVALUE -> property();
      case SNAME, STRANS, MAG, ANGLE, COLROW -> placement.take(record);
      default -> {}
    }
  }

  private int layer(int number) {
    strict.layer(number);
    return number;
  }

  private void property() {
    strict.attribute(attribute);
    properties.add(Property.of(Integer.toString(attribute), input.text()));
  }

  private void points() {
    int more = input.size() / 8;
    if (input.size() % 8 != 0 || points + more > MAX_POINTS) {
      throw input.fault(DiagnosticCode.GDS_VALUE, "XY", input.size() / 4 + " numbers");
    }
    if (xy.length < 2 * (points + more)) {
      xy = Arrays.copyOf(xy, Math.max(2 * xy.length, 2 * (points + more)));
    }
    for (int i = 0; i < 2 * more; i++) {
      xy[2 * points + i] = input.integer(i);
    }
    points += more;
  }

  private void draw(GdsRecord kind) {
    if (kind == GdsRecord.NODE) {
      notes.note(GdsNotes.Kind.NODE);
      return;
    }
    switch (kind) {
      case BOUNDARY, BOX -> polygon();
      case PATH -> path();
      case TEXT -> label();
      default -> reference(kind);
    }
  }

  private void giveProperties() {
    if (!properties.isEmpty()) {
      sink.properties(LayoutSink.Owner.ELEMENT, List.copyOf(properties));
    }
  }

  private Layer layer() {
    if (lastLayer.number() != layer || lastLayer.datatype() != datatype) {
      lastLayer = new Layer(layer, datatype);
    }
    return lastLayer;
  }

  private void polygon() {
    int corners = points;
    boolean isClosed = xy[0] == xy[2 * points - 2] && xy[1] == xy[2 * points - 1] && points > 1;
    strict.require(isClosed && points >= 4, "a polygon that is not closed");
    if (isClosed) {
      corners--;
    }
    if (corners < 3) {
      notes.note(GdsNotes.Kind.FLAT);
      return;
    }
    giveProperties();
    if (corners == 4 && isBox()) {
      sink.box(
          layer(),
          Math.min(xy[0], xy[4]),
          Math.min(xy[1], xy[5]),
          Math.max(xy[0], xy[4]),
          Math.max(xy[1], xy[5]),
          Repetition.ONCE);
    } else {
      sink.polygon(layer(), xy, corners, Repetition.ONCE);
    }
  }

  private boolean isBox() {
    boolean isUpFirst = xy[0] == xy[2] && xy[3] == xy[5] && xy[4] == xy[6] && xy[7] == xy[1];
    boolean isAcrossFirst = xy[1] == xy[3] && xy[2] == xy[4] && xy[5] == xy[7] && xy[6] == xy[0];
    return isUpFirst || isAcrossFirst;
  }

  private void path() {
    strict.require(points >= 2, "a path of one point");
    boolean isKnown = pathType <= GdsPathType.SQUARE || pathType == GdsPathType.EXTENDED;
    if (!isKnown || width == Integer.MIN_VALUE) {
      throw input.fault(
          DiagnosticCode.GDS_VALUE, "the path", "of type %d, width %d".formatted(pathType, width));
    }
    if (width < 0) {
      notes.note(GdsNotes.Kind.ABSOLUTE_WIDTH);
    }
    if (points == 2 && xy[0] == xy[2] && xy[1] == xy[3]) {
      points = 1;
    }
    giveProperties();
    sink.path(
        layer(),
        GdsPathType.style(pathType, Math.abs(width), begin, end),
        xy,
        points,
        Repetition.ONCE);
  }

  private void label() {
    count(1);
    strict.require(text.length() <= 512, "a text of more than 512 bytes");
    if (placement.isAbsolute()) {
      notes.note(GdsNotes.Kind.ABSOLUTE_TEXT);
    }
    if (placement.isTurned()) {
      notes.note(GdsNotes.Kind.TURNED_TEXT);
    }
    giveProperties();
    sink.label(layer(), text, xy[0], xy[1], Repetition.ONCE);
  }

  private void reference(GdsRecord kind) {
    count(kind == GdsRecord.AREF ? 3 : 1);
    placement.check(xy, kind == GdsRecord.AREF);
    giveProperties();
    placement.draw(xy[0], xy[1]);
  }

  private void count(int expected) {
    if (points != expected) {
      throw input.fault(
          DiagnosticCode.GDS_ORDER, points + " points", expected + " in the record XY");
    }
  }
}
