package pnnc.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.names.CallSite;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Headers;
import pnnc.frontend.names.Lookback;

/** What the call under way takes. */
final class Signatures {
  private Signatures() {}

  /** The functions that the call around {@code offset} may mean; null if there is no call. */
  static SignatureHelp at(Analysis analysis, int offset) {
    Optional<CallSite> call = Lookback.at(analysis.main().source(), offset).call();
    List<Declaration> callees = call.map(c -> callees(analysis, c)).orElse(List.of());
    List<SignatureInformation> all =
        callees.stream()
            .filter(d -> !Shown.parameters(d).isEmpty())
            .map(d -> signature(d, call.orElseThrow()))
            .toList();
    return all.isEmpty() ? null : new SignatureHelp(all, 0, null);
  }

  /** What the words before the parenthesis may mean, aliases followed. */
  static List<Declaration> callees(Analysis analysis, CallSite call) {
    List<Declaration> first =
        analysis.names().visible(call.at()).getOrDefault(call.callee().get(0), List.of());
    if (call.callee().size() == 1) {
      return first.stream().flatMap(d -> d.targets().stream()).toList();
    }
    String last = call.callee().get(call.callee().size() - 1);
    return first.stream()
        .flatMap(d -> d.module().stream())
        .flatMap(m -> analysis.program().declared(m, last).stream())
        .toList();
  }

  private static SignatureInformation signature(Declaration declaration, CallSite call) {
    List<Parameter> parameters = Shown.parameters(declaration);
    SignatureInformation information = new SignatureInformation(Shown.header(declaration));
    information.setParameters(
        parameters.stream().map(p -> new ParameterInformation(Headers.parameter(p))).toList());
    Shown.doc(declaration).ifPresent(information::setDocumentation);
    information.setActiveParameter(active(parameters, call));
    return information;
  }

  private static int active(List<Parameter> parameters, CallSite call) {
    if (call.argument().isPresent()) {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).name().text().equals(call.argument().get())) {
          return i;
        }
      }
    }
    return call.position();
  }
}
