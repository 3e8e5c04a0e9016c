package com.socialflow.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web client: hashed files for a year, pages fresh, each in the smallest encoding that was made at
 * build time. Every address that is a page of the client gets the same document.
 */
final class WebClientFiles implements WebMvcConfigurer {

    private static final String ROOT = "classpath:/static/";
    private static final Duration HASHED_NAMES_KEEP = Duration.ofDays(365);

    /** Addresses that are never pages: a wrong one there is a problem document, not the client. */
    private static final List<String> NOT_PAGES =
            List.of("api/", "media/", "actuator", "assets/", ".well-known/", "problems/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(HASHED_NAMES_KEEP).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PagesOfTheClient());
    }

    private static final class PagesOfTheClient extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null || NOT_PAGES.stream().anyMatch(path::startsWith) || hasExtension(path)) {
                return file;
            }
            return super.getResource("index.html", location);
        }

        private static boolean hasExtension(String path) {
            return path.lastIndexOf('.') > path.lastIndexOf('/');
        }
    }
}
