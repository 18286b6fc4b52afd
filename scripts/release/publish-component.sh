#!/bin/sh
# Makes a folder the whole content of a component project, as one commit with the tag of its version; a version that is there is left alone.
# usage: publish-component.sh FOLDER PROJECT-URL VERSION      https: a user name in the URL, its token in GITLAB_TOKEN
set -eu
folder=$1 project=$2 version=$3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# git asks this program for the password: a token is no argument and in no file.
cat > "$place/askpass" << 'END'
#!/bin/sh
printf '%s\n' "${GITLAB_TOKEN:-}"
END
chmod 700 "$place/askpass"
export GIT_ASKPASS="$place/askpass" GIT_TERMINAL_PROMPT=0

git clone --quiet -- "$project" "$place/project"
if git -C "$place/project" rev-parse --quiet --verify "refs/tags/$version" > /dev/null; then
  echo "$version is published already"
  exit 0
fi
find "$place/project" -mindepth 1 -maxdepth 1 ! -name .git -exec rm -rf {} +
cp -R "$folder/." "$place/project/"
cd "$place/project"
git add --all
git -c user.name=mcp-stack-deploy -c user.email=noreply@github.com \
  commit --quiet --allow-empty --message "mcp-stack-deploy $version"
git tag "$version"
git push --quiet --atomic origin HEAD "refs/tags/$version"
echo "published $version"
