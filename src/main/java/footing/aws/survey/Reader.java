package footing.aws.survey;

import footing.account.Fact;
import footing.account.Permission;
import footing.account.Reading;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one fact is read.
 *
 * @param permissions the IAM actions that it takes
 */
record Reader<T>(Fact<T> fact, Function<Asking, Reading<T>> read, SortedSet<Permission> permissions) {

    Reader {
        permissions = Collections.unmodifiableSortedSet(permissions);
    }

    static <T> Reader<T> of(Fact<T> fact, Function<Asking, Reading<T>> read, String... actions) {
        return new Reader<>(fact, read,
                Arrays.stream(actions).map(Permission::new).collect(Collectors.toCollection(TreeSet::new)));
    }
}
