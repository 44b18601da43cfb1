/** What always holds: the laws of life, each in a file of its own. */
@NullMarked
package life.law;

import org.jspecify.annotations.NullMarked;
