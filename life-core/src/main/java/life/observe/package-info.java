/** What can be noticed of a life and said in plain words; nothing here reaches back to a being. */
@NullMarked
package life.observe;

import org.jspecify.annotations.NullMarked;
