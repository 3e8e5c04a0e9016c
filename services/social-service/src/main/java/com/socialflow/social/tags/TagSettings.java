package com.socialflow.social.tags;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of hashtags.
 *
 * @param trendsNeedReview whether a hashtag trends only after a moderator allowed it
 */
@ConfigurationProperties("socialflow.social.tags")
record TagSettings(@DefaultValue("false") boolean trendsNeedReview) {}
