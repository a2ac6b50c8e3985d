package pnnc.driver.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.base.diagnostics.Suggestion;
import pnnc.frontend.ast.Item;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Modules;
import pnnc.ir.network.Network;

/** A network that a program describes. */
public final class ProgramModel {
  private final Path file;
  private final Optional<String> name;
  private final ProgramFiles files;

  /**
   * A network in {@code file}.
   *
   * @param name which; may be left out if there is only one
   */
  public ProgramModel(Path file, Optional<String> name) {
    this.file = file;
    this.name = name;
    this.files = new ProgramFiles(file);
  }

  /**
   * The network.
   *
   * @param diagnostics gets every fault of the program
   * @param sizes of dimension variables that the user fixes
   * @throws DiagnosedException with all of them, if there are any
   */
  public Network read(Diagnostics diagnostics, Map<String, Long> sizes) {
    Modules modules =
        Modules.load(files.main(), files, text -> Parsing.parse(text, diagnostics), diagnostics);
    diagnostics.throwIfErrors();
    Elaborator elaborator = new Elaborator(modules, diagnostics);
    elaborator.checkFunctions();
    HardwareProgram hardware = new HardwareProgram(modules, diagnostics);
    hardware.check();
    Item.Net net = choose(elaborator.nets(), hardware, diagnostics);
    Optional<Network> network = elaborator.network(net, files, sizes);
    diagnostics.throwIfErrors();
    modules.main().items().forEach(item -> warnOfWishes(item, net, diagnostics));
    return network.orElseThrow();
  }

  /** Nobody is to believe that a placement or a check was followed. */
  private static void warnOfWishes(Item item, Item.Net net, Diagnostics diagnostics) {
    String of = net.name().text();
    if (item instanceof Item.Placement && item.name().text().equals(of)) {
      diagnostics.add(
          DiagnosticCode.NOT_CARRIED_OUT
              .warning("the placement of `%s`".formatted(of))
              .at(item.name().span().place()));
    } else if (item instanceof Item.Check check && check.net().text().equals(of)) {
      diagnostics.add(
          DiagnosticCode.NOT_CARRIED_OUT
              .warning("the check \"%s\"".formatted(check.name()))
              .at(check.name().span().place()));
    }
  }

  /** The files besides the main one that the network was read from; see {@link #read}. */
  public SortedMap<String, ByteSource> used() {
    return files.used();
  }

  private Item.Net choose(List<Item.Net> nets, HardwareProgram hardware, Diagnostics diagnostics) {
    List<String> names = nets.stream().map(n -> n.name().text()).toList();
    Optional<Item.Net> chosen =
        nets.stream()
            .filter(n -> name.map(n.name().text()::equals).orElse(nets.size() == 1))
            .findFirst();
    if (chosen.isEmpty()) {
      // Two networks of one name cannot be told apart: that is said already.
      diagnostics.throwIfErrors();
      Place place = new Place.WholeFile(file.toString());
      throw new DiagnosedException(notChosen(names, hardware).at(place));
    }
    return chosen.get();
  }

  private Diagnostic notChosen(List<String> names, HardwareProgram hardware) {
    if (names.isEmpty()) {
      return none(hardware.names());
    }
    return name.isPresent() ? unknown(names) : ambiguous(names);
  }

  private Diagnostic none(List<String> hardware) {
    Diagnostic fault = DiagnosticCode.NET_NONE.error(file);
    return hardware.isEmpty()
        ? fault
        : fault.help(
            "there is hardware: `pnnc target show %s#%s` or `pnnc target lint %s`"
                .formatted(file.getFileName(), hardware.get(0), file.getFileName()));
  }

  private Diagnostic unknown(List<String> names) {
    Diagnostic fault = DiagnosticCode.NET_UNKNOWN.error(name.orElseThrow(), file);
    return Suggestion.closest(name.orElseThrow(), names)
        .map(n -> fault.help("did you mean `%s`?".formatted(n)))
        .orElse(fault)
        .help("there: " + String.join(", ", names));
  }

  private Diagnostic ambiguous(List<String> names) {
    return DiagnosticCode.NET_AMBIGUOUS
        .error(file, names.size(), String.join(", ", names))
        .help("say which: `%s#%s`".formatted(file.getFileName(), names.get(0)));
  }
}
