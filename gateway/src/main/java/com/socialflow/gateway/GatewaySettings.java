package com.socialflow.gateway;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands in front.
 *
 * @param mediaOrigins origins beside our own that pages may load media from, such as {@code https://cdn.example.com}
 */
@ConfigurationProperties("socialflow.gateway")
public record GatewaySettings(@DefaultValue List<String> mediaOrigins) {}
