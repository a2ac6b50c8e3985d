package pnnc.driver.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.driver.Session;
import pnnc.driver.files.InputFile;
import pnnc.driver.files.IoFaults;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.oasis.OasisReader;

/** A layout on disk: GDSII or OASIS, as its first bytes say. */
public final class LayoutFile {
  private static final List<String> ENDINGS = List.of(".gds", ".gds2", ".oas", ".oasis");
  private static final byte[] OASIS = "%SEMI-OASIS".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GDS = {0, 6, 0, 2};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final int SHOWN = 4;

  private final Path path;
  private final ByteSource bytes;

  private LayoutFile(Path path) {
    this.path = path;
    this.bytes = InputFile.map(path);
  }

  /**
   * The layout at {@code path}, or the one in the bundle there.
   *
   * @throws DiagnosedException if there is no such file, or not one layout in the bundle
   */
  public static LayoutFile open(Path path) {
    return new LayoutFile(Files.isDirectory(path) ? inBundle(path) : path);
  }

  private static Path inBundle(Path bundle) {
    Path folder = bundle.resolve("layout");
    List<Path> found = Files.isDirectory(folder) ? layouts(folder) : List.of();
    if (found.size() != 1) {
      throw new DiagnosedException(
          DiagnosticCode.BUNDLE_LAYOUT.error(bundle, found.isEmpty() ? "no" : found.size()));
    }
    return found.get(0);
  }

  private static List<Path> layouts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(LayoutFile::isNamedSo).sorted().toList();
    } catch (IOException e) {
      throw InputFile.unreadable(folder, IoFaults.reason(e));
    }
  }

  /** Whether the name is that of a layout, whatever is in it. */
  public static boolean isNamedSo(Path path) {
    String whole = path.toString().toLowerCase(Locale.ROOT);
    String name = whole.endsWith(".gz") ? whole.substring(0, whole.length() - 3) : whole;
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** Whether {@code path} is a file that begins as layouts do. */
  public static boolean isLayout(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    LayoutFile file = new LayoutFile(path);
    return file.startsWith(GDS) || file.startsWith(OASIS);
  }

  public Path path() {
    return path;
  }

  /** {@code gds} or {@code oasis}. */
  public String format() {
    return startsWith(OASIS) ? "oasis" : "gds";
  }

  public long size() {
    return bytes.size();
  }

  /**
   * All that is in it.
   *
   * @param session hears of what was passed over
   * @throws DiagnosedException with the place, if it is no layout or is damaged
   */
  public Layout read(Session session) {
    session.reporter().phase("read layout");
    if (startsWith(OASIS)) {
      return oasis();
    }
    if (startsWith(GDS)) {
      return GdsReader.layout(bytes, GdsMode.TOLERANT, session.reporter()::diagnostic);
    }
    Diagnostic fault =
        DiagnosticCode.LAYOUT_KIND.error(beginning()).at(new Place.ByteOffset(path.toString(), 0));
    throw new DiagnosedException(
        startsWith(GZIP)
            ? fault.help("it is compressed as a whole: unpack it with gunzip")
            : fault);
  }

  private Layout oasis() {
    LayoutBuilder builder = new LayoutBuilder();
    new OasisReader().read(bytes, builder);
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new DiagnosedException(
          DiagnosticCode.GDS_CIRCLE.error(e.getMessage()).at(new Place.WholeFile(path.toString())));
    }
  }

  private boolean startsWith(byte[] start) {
    return bytes.size() >= start.length
        && bytes.slice(0, start.length).equals(ByteBuffer.wrap(start));
  }

  private String beginning() {
    int length = (int) Math.min(SHOWN, bytes.size());
    byte[] first = new byte[length];
    bytes.slice(0, length).get(first);
    return length == 0
        ? "it is empty"
        : "it begins with the bytes " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first);
  }
}
