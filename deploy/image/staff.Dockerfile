# The staff image, for the grader's server and for Dask workers: the students' image, and the grader with its solutions.
# Build it from the repository, and push it where students cannot pull from:
#
#   docker build --file deploy/image/staff.Dockerfile --build-arg STUDENT_IMAGE=registry.example.org/convolutions:1.0.0 \
#       --tag registry.example.org/staff/convolutions:1.0.0 .
#
# Not built where this was written: there is no Docker there.
ARG STUDENT_IMAGE
FROM ${STUDENT_IMAGE}
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends libseccomp2 && rm -rf /var/lib/apt/lists/*
COPY --chown=root:root . /srv/convolutions
# the same pins as the course's own lock has; dask-gateway starts the workers
RUN cd /srv/convolutions && pip install --no-cache-dir --constraint requirements.lock \
        build click latex2mathml nh3 pyseccomp sandlock setuptools tqdm wheel distributed psycopg psycopg-binary dask-gateway==2026.3.0 \
    # the tools that the students' image switches off: here the role folder decides
    && rm -r "$(python -c 'import sys; print(sys.prefix)')"/etc/jupyter/labconfig \
        "$(python -c 'import sys; print(sys.prefix)')"/etc/jupyter/jupyter_server_config.json
USER jovyan
