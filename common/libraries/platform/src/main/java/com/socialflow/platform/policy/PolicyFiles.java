package com.socialflow.platform.policy;

import com.socialflow.platform.policy.cedar.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code policy/*.cedar} of every module that the program has. */
final class PolicyFiles {

    private static final String ALL = "classpath*:policy/*.cedar";
    private static final String ROLES = "/policy/roles.json";

    private PolicyFiles() {}

    static PolicySet policies() {
        try {
            return PolicySet.of(texts());
        } catch (IOException e) {
            throw new UncheckedIOException("the policies cannot be read", e);
        }
    }

    /** By name: no two modules have a file of one name. */
    static Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        var found = new PathMatchingResourcePatternResolver(PolicyFiles.class.getClassLoader()).getResources(ALL);
        for (Resource file : found) {
            var name = String.valueOf(file.getFilename());
            if (texts.put(name, file.getContentAsString(StandardCharsets.UTF_8)) != null) {
                throw new IllegalStateException("two modules have a file policy/" + name);
            }
        }
        return texts;
    }

    static RoleTree roles() {
        try (InputStream roles = PolicyFiles.class.getResourceAsStream(ROLES)) {
            if (roles == null) {
                throw new IllegalStateException("there is no " + ROLES);
            }
            return new RoleTree(roles);
        } catch (IOException e) {
            throw new UncheckedIOException(ROLES + " cannot be read", e);
        }
    }
}
