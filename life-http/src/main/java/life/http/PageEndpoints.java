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
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.util.ByteString;

/** What says how all this works: the OpenAPI document, and pages for people. */
final class PageEndpoints {
  private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final ContentType YAML = ContentTypes.parse("application/yaml");
  private static final ContentType CSS = MediaTypes.TEXT_CSS.toContentType(HttpCharsets.UTF_8);
  private static final ContentType SCRIPT = ContentTypes.parse("text/javascript; charset=UTF-8");
  private static final ContentType PNG = MediaTypes.IMAGE_PNG.toContentType();

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
        Endpoint.get("/openapi.yaml", call -> page(call, document)),
        Endpoint.get("/docs", call -> page(call, docs)),
        Endpoint.get("/docs/{asset}", this::asset),
        Endpoint.get("/problems", call -> page(call, ProblemPages.all())),
        Endpoint.get("/problems/{slug}", PageEndpoints::problem));
  }

  private static CompletionStage<HttpResponse> page(Call call, Page page) {
    call.allowParameters();
    return completedFuture(page.answer());
  }

  private CompletionStage<HttpResponse> asset(Call call) {
    var name = call.variable("asset");
    return page(call, Optional.ofNullable(assets.get(name)).orElseThrow(() -> missing(call)));
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
