package dev.vsh.driver.lxc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last few results of something that takes milliseconds and always gives the same for the same: an open program starts
 * and looks into the same containers again and again. Safe for use by several threads.
 */
final class Recent<K, V> {
    private static final int MOST = 32;

    private final Map<K, V> results = new LinkedHashMap<>(MOST, 0.75f, true);

    /** What is remembered, else what is made; of a failure nothing is. Two threads may make the same at the same time. */
    V of(K key, Supplier<V> making) {
        Optional<V> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        V made = making.get();
        remember(key, made);
        return made;
    }

    private synchronized Optional<V> known(K key) {
        return Optional.ofNullable(results.get(key));
    }

    private synchronized void remember(K key, V value) {
        results.put(key, value);
        if (results.size() > MOST) {
            results.remove(results.keySet().iterator().next());
        }
    }
}
