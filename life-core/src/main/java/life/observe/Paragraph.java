package life.observe;

import java.util.List;

/**
 * Statements that belong together.
 *
 * @param title such as {@code day 3}; empty where a tale has but one subject
 * @param statements sentences, one or more
 */
public record Paragraph(String title, List<Statement> statements) {
  public Paragraph {
    statements = List.copyOf(statements);
  }
}
