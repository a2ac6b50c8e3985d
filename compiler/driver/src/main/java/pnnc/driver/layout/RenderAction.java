package pnnc.driver.layout;

import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.Mask;
import pnnc.driver.Outcome;
import pnnc.driver.RenderRequest;
import pnnc.driver.Session;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.WholeFile;
import pnnc.driver.hardware.HardwareReader;
import pnnc.layout.model.Layer;
import pnnc.layout.picture.Picture;
import pnnc.layout.picture.PictureOptions;
import pnnc.layout.picture.PictureWindow;

/** The action {@code render}: a layout as a picture. */
public final class RenderAction {
  private RenderAction() {}

  /** Draws what {@code request} names. */
  public static Outcome run(RenderRequest request, Session session) {
    Picture picture =
        new Picture(LayoutFile.open(request.layout()).read(session), options(request));
    session.reporter().phase("draw picture");
    Path output = request.output();
    WholeFile.write(output, part -> write(picture, request.format(), part));
    return outcome(picture, output, session);
  }

  private static PictureOptions options(RenderRequest request) {
    return new PictureOptions(
        request.cell(),
        request.depth(),
        request.window().map(w -> new PictureWindow(w.left(), w.bottom(), w.right(), w.top())),
        request.size(),
        request.layers().stream().map(l -> new Layer(l.number(), l.type())).toList(),
        request.technology().map(RenderAction::names).orElseGet(Map::of));
  }

  private static Map<Layer, String> names(String technology) {
    Map<Layer, String> names = new HashMap<>();
    List<Mask> masks = new HardwareReader(new Diagnostics()).process(technology).masks();
    for (Mask mask : masks) {
      mask.pin().ifPresent(p -> names.put(new Layer(mask.number(), p), mask.name() + " pin"));
      mask.label().ifPresent(l -> names.put(new Layer(mask.number(), l), mask.name() + " label"));
    }
    masks.forEach(m -> names.put(new Layer(m.number(), m.datatype()), m.name()));
    return names;
  }

  private static void write(Picture picture, RenderRequest.Format format, Path part)
      throws IOException {
    if (format == RenderRequest.Format.SVG) {
      Files.writeString(part, picture.svg());
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      picture.png(out);
    }
  }

  private static Outcome outcome(Picture picture, Path output, Session session) {
    try {
      session.reporter().artifact(output, Files.size(output));
    } catch (IOException e) {
      throw WholeFile.unwritable(output, IoFaults.reason(e));
    }
    JsonObject summary = new JsonObject();
    summary.addProperty("output", output.toString());
    summary.addProperty("width", picture.width());
    summary.addProperty("height", picture.height());
    summary.addProperty("layers", picture.layers().size());
    return Outcome.ok("", summary);
  }
}
