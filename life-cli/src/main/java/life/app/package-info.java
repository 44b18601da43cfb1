/** Where everything is wired together: the program's entry and the verb that runs lives. */
@NullMarked
package life.app;

import org.jspecify.annotations.NullMarked;
