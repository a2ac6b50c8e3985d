package pnnc.driver.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.Connection;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.driver.testing.Shared;
import pnnc.frontend.hardware.ProcessReader;
import pnnc.frontend.hardware.ResolvedHardware;

/** The technologies of the library against rule files and layer tables that others made. */
class PublicRulesTest {
  /** What the rule files and tables call our layers. */
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("prBoundary", "boundary"),
          Map.entry("reram_r1c", "reram"),
          Map.entry("Si", "si"),
          Map.entry("SiN", "sin"),
          Map.entry("Si_rib_90nm", "rib"),
          Map.entry("OxideOpen", "oxide_open"),
          Map.entry("Text", "text"),
          Map.entry("M1_heater", "heater"),
          Map.entry("M2_router", "router"),
          Map.entry("M_Open", "opening"),
          Map.entry("VC", "via"),
          Map.entry("Npp", "npp"),
          Map.entry("PinRec", "optical_pin"),
          Map.entry("PinRecM", "electrical_pin"),
          Map.entry("DevRec", "outline"),
          Map.entry("FbrTgt", "fibre"),
          Map.entry("Waveguide_guide", "guide_line"),
          Map.entry("FloorPlan", "floor_plan"),
          Map.entry("DeepTrench", "trench"),
          Map.entry("Keepout", "keepout"),
          Map.entry("Dicing", "dicing"),
          Map.entry("m1_heater", "heater"),
          Map.entry("m2_router", "router"),
          Map.entry("m_open", "opening"),
          Map.entry("deep_trench", "trench"),
          Map.entry("floorplan", "floor_plan"));

  /** Rules of derived shapes, which technologies do not say. */
  private static final Map<String, List<String>> NOT_OURS =
      Map.of("siepic_ebeam", List.of("Pin_on_guide"));

  private static ProcessRules process(String name) {
    HardwareReader reader = new HardwareReader(new Diagnostics());
    HardwareReader.Named named = reader.named("std.tech." + name);
    ResolvedHardware part = named.program().part(named.name()).orElseThrow();
    return ProcessReader.of(part);
  }

  private static JsonObject json(String path) throws IOException {
    return JsonParser.parseString(Files.readString(Shared.path(path))).getAsJsonObject();
  }

  private static String ours(String name) {
    return OURS.getOrDefault(name, name);
  }

  @ParameterizedTest
  @CsvSource({"rom130, sky130, 21", "reram130, sky130, 22", "soi220, ebeam, 19"})
  void layersHaveThePublicNumbers(String name, String table, int expected) throws IOException {
    ProcessRules process = process(name);
    int compared = 0;
    for (Map.Entry<String, JsonElement> e :
        json("oracle/data/layers.json").getAsJsonObject(table).entrySet()) {
      String layer = ours(e.getKey());
      if (e.getValue().isJsonArray()
          && process.masks().stream().anyMatch(m -> m.name().equals(layer))) {
        JsonArray numbers = e.getValue().getAsJsonArray();
        Mask mask = process.mask(layer);
        assertThat(List.of(mask.number(), mask.datatype()))
            .as(layer)
            .containsExactly(numbers.get(0).getAsInt(), numbers.get(1).getAsInt());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(expected);
  }

  @Test
  void resistancesAreThePublicOnes() throws IOException {
    JsonObject table = json("oracle/data/layers.json").getAsJsonObject("sky130");
    ProcessRules rom = process("rom130");
    for (Map.Entry<String, JsonElement> e : table.getAsJsonObject("sheet_ohm").entrySet()) {
      assertThat(rom.mask(e.getKey()).sheetOhms().orElseThrow())
          .as(e.getKey())
          .isEqualTo(e.getValue().getAsDouble());
    }
    JsonObject vias = table.getAsJsonObject("via_ohm");
    for (String via : List.of("mcon", "via", "via2", "via3", "via4")) {
      assertThat(ohms("rom130", via)).as(via).isEqualTo(vias.get(via).getAsDouble());
    }
    assertThat(ohms("reram130", "via")).isEqualTo(vias.get("via_in_reram_stack").getAsDouble());
  }

  private static double ohms(String process, String via) {
    return process(process).connections().stream()
        .filter(c -> c instanceof Connection.Cut cut && cut.name().equals(via))
        .mapToDouble(c -> ((Connection.Cut) c).ohms().orElseThrow())
        .sum();
  }

  @ParameterizedTest
  @CsvSource({
    "reram130, sky130_beol, 61",
    "reram130, sky130_reram_test, 9",
    "soi220, siepic_ebeam, 14"
  })
  void rulesAreThePublicOnes(String name, String file, int count) throws IOException {
    ProcessRules process = process(name);
    JsonArray published = json("oracle/rules/%s.json".formatted(file)).getAsJsonArray("rules");
    List<String> others = new ArrayList<>();
    for (JsonElement e : published) {
      if (!isAmong(process, e.getAsJsonObject())) {
        others.add(e.getAsJsonObject().get("name").getAsString());
      }
    }
    assertThat(others).containsExactlyElementsOf(NOT_OURS.getOrDefault(file, List.of()));
    assertThat(published).hasSize(count);
  }

  private static boolean isAmong(ProcessRules process, JsonObject wanted) {
    return process.rules().stream().anyMatch(r -> isSame(r, wanted));
  }

  /** Whether {@code rule} says what {@code wanted} says, in the words of the rule files. */
  private static boolean isSame(Rule rule, JsonObject wanted) {
    String layer = layer(wanted.get("layer"));
    if (!rule.layers().get(0).equals(layer)) {
      return false;
    }
    return switch (wanted.get("type").getAsString()) {
      case "width" ->
          rule instanceof Rule.Width r && is(r.least(), wanted) && is(r.curves(), wanted);
      case "space" ->
          rule instanceof Rule.Space r && is(r.least(), wanted) && is(r.curves(), wanted);
      case "area" -> rule instanceof Rule.Area r && r.least() == dbu(wanted, "min", 1e6);
      case "exact_size" ->
          rule instanceof Rule.Size r
              && r.side() == dbu(wanted, "w", 1000)
              && r.side() == dbu(wanted, "h", 1000);
      case "enclosure" ->
          rule instanceof Rule.Enclosure r && isOther(r, wanted, "outer") && is(r.least(), wanted);
      case "enclosure_one_of_two" ->
          rule instanceof Rule.Enclosure r
              && isOther(r, wanted, "outer")
              && r.ends().equals(OptionalLong.of(dbu(wanted, "min", 1000)));
      case "inside" ->
          rule instanceof Rule.Enclosure r && isOther(r, wanted, "outer") && r.least() == 0;
      case "separation" ->
          rule instanceof Rule.Separation r && isOther(r, wanted, "other") && is(r.least(), wanted);
      case "overlap" ->
          rule instanceof Rule.Overlap r && isOther(r, wanted, "other") && is(r.least(), wanted);
      case "grid" -> rule instanceof Rule.OnGrid r && r.pitch() == dbu(wanted, "grid", 1000);
      case "angles45" -> rule instanceof Rule.Angles r && r.step() == 45;
      case "manhattan" -> rule instanceof Rule.Angles r && r.step() == 90;
      case "rectangles" -> rule instanceof Rule.Rectangle;
      case "max_aspect" ->
          rule instanceof Rule.Rectangle r
              && r.mostAspect().orElse(0) == wanted.get("max").getAsDouble();
      case "forbidden" ->
          rule instanceof Rule.Partner r && layer(wanted.get("layer"), "b").equals(r.second());
      default -> false;
    };
  }

  private static boolean is(long value, JsonObject wanted) {
    return value == dbu(wanted, "min", 1000);
  }

  private static boolean is(Rule.Curves curves, JsonObject wanted) {
    double facing = wanted.has("ignore_angle") ? wanted.get("ignore_angle").getAsDouble() : 90;
    long slack = wanted.has("tolerance") ? dbu(wanted, "tolerance", 1000) : 0;
    return curves.slack() == slack && curves.facing() == facing;
  }

  private static boolean isOther(Rule.TwoLayers rule, JsonObject wanted, String field) {
    return rule.second().equals(layer(wanted.get(field)));
  }

  /** {@code field}, which is in µm or µm². */
  private static long dbu(JsonObject wanted, String field, double perUnit) {
    return Math.round(wanted.get(field).getAsDouble() * perUnit);
  }

  /** Our name of a layer or, in `interacting`, of what is picked. */
  private static String layer(JsonElement said) {
    return said.isJsonObject() ? layer(said, "a") : ours(said.getAsString());
  }

  private static String layer(JsonElement said, String field) {
    JsonElement inside = said.isJsonObject() ? said.getAsJsonObject().get(field) : said;
    return inside.isJsonObject() ? layer(inside) : ours(inside.getAsString());
  }
}
