package life.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Life this is, and on which Java it runs. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"life " + number(), "Java " + Runtime.version()};
  }

  /** Such as {@code 1.0.0}. */
  public static String number() {
    try (var resource = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties is in our own jar", e);
    }
  }
}
