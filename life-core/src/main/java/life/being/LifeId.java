package life.being;

import java.util.regex.Pattern;

/**
 * The name by which a life is known everywhere: a slug such as {@code ada}.
 *
 * @param slug matches {@code [a-z][a-z0-9-]{0,62}}
 */
public record LifeId(String slug) {
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  public LifeId {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException(
          "a life's name must be a slug such as 'ada' ("
              + SLUG.pattern()
              + "), but was '"
              + (slug.length() > 80 ? slug.substring(0, 80) + "…" : slug)
              + "'");
    }
  }

  @Override
  public String toString() {
    return slug;
  }
}
