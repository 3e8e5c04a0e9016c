package com.socialflow.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What HTTP takes.
 *
 * @param jsonMax the largest JSON body
 */
@ConfigurationProperties("socialflow.web")
record WebSettings(@DefaultValue("1MB") DataSize jsonMax) {}
