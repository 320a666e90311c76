package org.versionedobjects.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.testing.VersionedObjectAssertions.assertThat;
import static org.versionedobjects.testing.VersionedObjectAssertions.assertThatRefused;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.testing.Placement.User;

/** The assertions work for applications that have neither persistence nor JDBI. */
class CoreOnlyTest {
    private static final String WITHOUT = ".*(persistence|jdbi).*(\\.jar|classes)";

    /** What runs there, loaded by a class loader of its own. */
    public static final class Use implements Runnable {
        @Override
        public void run() {
            User user = User.named("ann");
            assertThat(user).changedOnly(User.EXTERNAL_ID).hasSameStateAs(User.named("ann"));
            assertThatRefused(() -> user.setFrom(User.EXTERNAL_ID, 1)).hasPath("external_id");
        }
    }

    @Test
    void assertions_workWithoutPersistence() throws Exception {
        try (URLClassLoader core = loaderWithoutPersistence()) {
            assertThatThrownBy(() -> core.loadClass("org.versionedobjects.persistence.Table"))
                    .isInstanceOf(ClassNotFoundException.class);

            Class<?> use = core.loadClass(Use.class.getName());

            ((Runnable) use.getConstructor().newInstance()).run();
            assertThat(use.getClassLoader()).isSameAs(core);
        }
    }

    private static URLClassLoader loaderWithoutPersistence() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!each.matches(WITHOUT)) {
                urls.add(Path.of(each).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
