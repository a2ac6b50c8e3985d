package pnnc.driver.compile;

import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.files.IoFaults;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.network.ElementType;

/** Reads {@code design.json}, and believes nothing in it: see {@link JsonPlace}. */
final class DesignReader {
  private static final String DIGEST = "[0-9a-f]{64}";

  private DesignReader() {}

  static DesignFile read(Path folder) {
    Path file = folder.resolve(Bundle.DESIGN);
    JsonPlace all = JsonPlace.of(file, parse(file));
    JsonPlace schema = all.field("schema");
    if (schema.integer(0, Integer.MAX_VALUE) != DesignFile.SCHEMA) {
      throw schema.fault("is not %d, which this pnnc reads".formatted(DesignFile.SCHEMA));
    }
    JsonPlace model = all.field("model");
    return new DesignFile(
        DesignFile.SCHEMA,
        all.field("pnnc").text(),
        new DesignFile.Model(path(model.field("file")), digest(model.field("sha256"))),
        all.field("target").text(),
        all.field("settings").fields(JsonPlace::text),
        Given.read(all.field("given")),
        all.field("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE),
        blocks(all.field("blocks")),
        all.field("files").list(DesignReader::file));
  }

  private static JsonElement parse(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw damaged(file, "it is no regular file");
    }
    try (Reader text = Files.newBufferedReader(file)) {
      return JsonParser.parseReader(text);
    } catch (JsonIOException e) {
      throw damaged(file, "it is not text in UTF-8");
    } catch (JsonParseException e) {
      throw damaged(file, "it is no JSON, or nested deeper than a design ever is");
    } catch (IOException e) {
      throw new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(file, IoFaults.reason(e)));
    }
  }

  private static DiagnosedException damaged(Path file, String why) {
    return new DiagnosedException(DiagnosticCode.BUNDLE_MALFORMED.error(file, why));
  }

  private static String digest(JsonPlace place) {
    String text = place.text();
    if (!text.matches(DIGEST)) {
      throw place.fault("is no SHA-256 of 64 lower-case hexadecimal digits");
    }
    return text;
  }

  private static String path(JsonPlace place) {
    return place.made(() -> Path.of(place.text()).toString());
  }

  private static FileRecord file(JsonPlace place) {
    JsonPlace path = place.field("path");
    if (!path.made(() -> Bundle.isInside(path.text()))) {
      throw path.fault("leads outside the bundle");
    }
    return new FileRecord(
        path.text(),
        place.field("bytes").integer(0, Long.MAX_VALUE),
        digest(place.field("sha256")));
  }

  private static List<DesignFile.BlockEntry> blocks(JsonPlace place) {
    Set<String> names = new HashSet<>();
    return place.list(
        b -> {
          DesignFile.BlockEntry block = block(b);
          if (!names.add(block.name())) {
            throw b.field("name").fault("is the name of an earlier block as well");
          }
          return block;
        });
  }

  private static DesignFile.BlockEntry block(JsonPlace place) {
    String name = place.field("name").text();
    Optional<JsonPlace> linear = place.optional("linear");
    Optional<JsonPlace> outputs = place.optional("outputs");
    if (linear.isPresent() == outputs.isPresent()) {
      throw place.fault("should have one of `linear` and `outputs`");
    }
    BlockInterface ports = ports(place.field("ports"), name);
    return linear.isPresent()
        ? new DesignFile.BlockEntry(name, linear(linear.get(), ports), null, ports)
        : new DesignFile.BlockEntry(name, null, outputs(outputs.get(), ports), ports);
  }

  private static DesignFile.LinearEntry linear(JsonPlace place, BlockInterface ports) {
    DesignFile.LinearEntry entry =
        new DesignFile.LinearEntry(
            place.field("kind").text(),
            place.field("groups").count(1),
            place.field("inputChannels").count(0),
            place.field("outputChannels").count(0),
            place.optional("window").map(DesignReader::window).orElse(null));
    boolean fits =
        place.made(
            () -> {
              LinearShape shape = entry.shape();
              return shape.in() == ports.inputSize()
                  && shape.out() == ports.outputSize()
                  && ports.units().stream().allMatch(u -> u.group() < shape.groups());
            });
    if (!fits) {
      throw place.fault("does not have the sizes and groups of the block's `ports`");
    }
    return entry;
  }

  private static DesignFile.WindowEntry window(JsonPlace place) {
    return new DesignFile.WindowEntry(
        integers(place.field("kernel")),
        integers(place.field("strides")),
        integers(place.field("dilations")),
        integers(place.field("padBegin")),
        integers(place.field("padEnd")),
        integers(place.field("outputPadding")));
  }

  private static List<Integer> integers(JsonPlace place) {
    return place.list(p -> p.count(0));
  }

  private static List<DesignFile.OutputEntry> outputs(JsonPlace place, BlockInterface ports) {
    List<DesignFile.OutputEntry> outputs = place.list(DesignReader::output);
    long numbers =
        place.made(
            () ->
                outputs.stream()
                    .mapToLong(o -> o.shape().elements().orElseThrow())
                    .reduce(0, Math::addExact));
    if (numbers != ports.outputSize()) {
      throw place.fault("hold %d numbers, the ports %d".formatted(numbers, ports.outputSize()));
    }
    return outputs;
  }

  private static DesignFile.OutputEntry output(JsonPlace place) {
    JsonPlace type = place.field("type");
    if (ElementType.ofWord(type.text()).filter(t -> t.isFloat() || t.isInteger()).isEmpty()) {
      throw type.fault("is no type of numbers");
    }
    return new DesignFile.OutputEntry(
        type.text(), place.field("sizes").list(s -> s.integer(0, Integer.MAX_VALUE)));
  }

  private static BlockInterface ports(JsonPlace place, String block) {
    if (!place.field("block").text().equals(block)) {
      throw place.field("block").fault("is not the block's name");
    }
    int inputs = place.field("inputSize").count(0);
    int outputs = place.field("outputSize").count(0);
    List<UnitInterface> units = place.field("units").list(DesignReader::unit);
    return place.made(() -> new BlockInterface(block, inputs, outputs, units));
  }

  private static UnitInterface unit(JsonPlace place) {
    String name = place.field("unit").text();
    int group = place.field("group").count(0);
    List<UnitInterface.Drive> drives = place.field("drives").list(DesignReader::drive);
    List<UnitInterface.Readout> readouts = place.field("readouts").list(DesignReader::readout);
    JsonPlace slice = place.field("sliceBits");
    int bits = slice.count(0);
    return slice.made(() -> new UnitInterface(name, group, drives, readouts, bits));
  }

  private static UnitInterface.Drive drive(JsonPlace place) {
    return new UnitInterface.Drive(
        place.field("port").text(),
        place.field("input").count(-1),
        place.field("factor").number(),
        place.field("offset").number(),
        converter(place.field("converter")));
  }

  private static UnitInterface.Converter converter(JsonPlace place) {
    int bits = place.field("bits").count(0);
    double low = place.field("low").number();
    double high = place.field("high").number();
    return place.made(() -> new UnitInterface.Converter(bits, low, high));
  }

  private static UnitInterface.Readout readout(JsonPlace place) {
    return new UnitInterface.Readout(
        place.field("port").text(),
        place.field("against").text(),
        place.field("output").count(0),
        place.field("factor").number(),
        place.field("offset").number(),
        converter(place.field("converter")));
  }
}
