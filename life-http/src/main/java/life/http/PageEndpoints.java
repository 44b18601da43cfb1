package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import life.http.gate.Gate;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.util.ByteString;

/** Pages for people: the observatory, and what says how all this works. */
final class PageEndpoints {
  private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final ContentType YAML = ContentTypes.parse("application/yaml");
  private static final ContentType CSS = MediaTypes.TEXT_CSS.toContentType(HttpCharsets.UTF_8);
  private static final ContentType SCRIPT = ContentTypes.parse("text/javascript; charset=UTF-8");
  private static final ContentType PNG = MediaTypes.IMAGE_PNG.toContentType();

  private static final ContentType SVG = ContentTypes.parse("image/svg+xml");

  private final Page observatory = Page.live(own("observatory/index.html"));
  private final Map<String, Page> instruments =
      Map.ofEntries(
          instrument(CSS, "observatory.css"),
          instrument(CSS, "uPlot.min.css"),
          instrument(SVG, "icon.svg"),
          instrument(SCRIPT, "uPlot.iife.min.js"),
          instrument(SCRIPT, "main.js"),
          instrument(SCRIPT, "address.js"),
          instrument(SCRIPT, "ask.js"),
          instrument(SCRIPT, "being.js"),
          instrument(SCRIPT, "chart.js"),
          instrument(SCRIPT, "compare.js"),
          instrument(SCRIPT, "course.js"),
          instrument(SCRIPT, "dom.js"),
          instrument(SCRIPT, "lives.js"),
          instrument(SCRIPT, "panels.js"),
          instrument(SCRIPT, "touch.js"),
          instrument(SCRIPT, "travel.js"));

  private final Page document;
  private final Page docs = Page.drawn(own("pages/docs.html"));
  private final Map<String, Page> assets =
      Map.of(
          "page.css", Page.file(CSS, own("pages/page.css")),
          "page.js", Page.file(SCRIPT, own("pages/page.js")),
          "swagger-ui.css", Page.file(CSS, swaggerUi("swagger-ui.css")),
          "swagger-ui-bundle.js", Page.file(SCRIPT, swaggerUi("swagger-ui-bundle.js")),
          "favicon-32x32.png", Page.file(PNG, swaggerUi("favicon-32x32.png")));

  /**
   * Pages of the program of that version.
   *
   * @throws UncheckedIOException if the program is not whole
   */
  PageEndpoints(String version) {
    var text =
        own("openapi.yaml")
            .decodeString(StandardCharsets.UTF_8)
            .replaceFirst("(?m)^  version: .*$", "  version: " + quoted(version));
    document = Page.file(YAML, ByteString.fromString(text, StandardCharsets.UTF_8));
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get(Gate.PAGE, call -> instrument(call, observatory)),
        Endpoint.get(Gate.PAGE_FILES + "{asset}", this::instrument),
        Endpoint.get("/openapi.yaml", call -> page(call, document)),
        Endpoint.get("/docs", call -> page(call, docs)),
        Endpoint.get("/docs/{asset}", call -> page(call, file(call, assets))),
        Endpoint.get("/problems", call -> page(call, ProblemPages.all())),
        Endpoint.get("/problems/{slug}", PageEndpoints::problem));
  }

  private static CompletionStage<HttpResponse> page(Call call, Page page) {
    call.allowParameters();
    return completedFuture(page.answer());
  }

  private static Map.Entry<String, Page> instrument(ContentType type, String name) {
    return Map.entry(name, Page.file(type, own("observatory/" + name)));
  }

  private static Page file(Call call, Map<String, Page> files) {
    return Optional.ofNullable(files.get(call.variable("asset"))).orElseThrow(() -> missing(call));
  }

  private CompletionStage<HttpResponse> instrument(Call call) {
    return instrument(call, file(call, instruments));
  }

  /** What every visitor loads is sent compressed to whoever takes that. */
  private static CompletionStage<HttpResponse> instrument(Call call, Page page) {
    call.allowParameters();
    var answer = takesGzip(call) ? page.compressed() : page.answer();
    return completedFuture(answer.addHeader(RawHeader.create("Vary", "Accept-Encoding")));
  }

  private static boolean takesGzip(Call call) {
    return call.header("Accept-Encoding").stream()
        .flatMap(codings -> Stream.of(codings.split(",", -1)))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> coding.equals("gzip") || coding.matches("gzip;q=(1|0\\.\\d*[1-9]).*"));
  }

  private static CompletionStage<HttpResponse> problem(Call call) {
    var type = ProblemType.of(call.variable("slug"));
    return page(call, type.map(ProblemPages::of).orElseThrow(() -> missing(call)));
  }

  private static Problem.Refused missing(Call call) {
    return Problem.notFound(Body.shortened(call.request().getUri().path())).asException();
  }

  private static String quoted(String version) {
    return Matcher.quoteReplacement("'" + version.replace("'", "''") + "'");
  }

  private static ByteString own(String name) {
    return read("life/http/" + name);
  }

  private static ByteString swaggerUi(String name) {
    var about = new Properties();
    try (var in = PageEndpoints.class.getClassLoader().getResourceAsStream(SWAGGER_UI)) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(
        "META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + "/" + name);
  }

  private static ByteString read(String path) {
    try (var in = PageEndpoints.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the program lacks " + path);
      }
      return ByteString.fromArrayUnsafe(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
