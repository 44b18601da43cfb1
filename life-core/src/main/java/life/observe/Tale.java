package life.observe;

import java.util.List;

/**
 * A life told, or a day or an hour of it.
 *
 * @param of how much of it
 * @param number of the hour or day, counted from 1; 1 for a life
 * @param title what is told
 * @param paragraphs in the order of time; none if the life was not there then
 */
public record Tale(Scope of, long number, String title, List<Paragraph> paragraphs) {
  public Tale {
    paragraphs = List.copyOf(paragraphs);
  }
}
