/** What a being is made of. */
@NullMarked
package life.body;

import org.jspecify.annotations.NullMarked;
